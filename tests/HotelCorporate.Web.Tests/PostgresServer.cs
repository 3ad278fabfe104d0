using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace HotelCorporate.Web.Tests;

/// <summary>A PostgreSQL server of the tests' own: a temporary folder, a free port on this machine, gone with the test run.</summary>
public static class PostgresServer
{
    private static readonly Lazy<string> Started = new(Start);

    /// <summary>Makes an empty database and gives the way to it.</summary>
    public static string NewDatabase()
    {
        var name = "hotel_" + Guid.NewGuid().ToString("N");
        using var connection = new NpgsqlConnection(Started.Value + ";Database=postgres;Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The name is made here.
        command.CommandText = $"CREATE DATABASE {name}";
#pragma warning restore CA2100
        command.ExecuteNonQuery();
        return Started.Value + $";Database={name};Maximum Pool Size=40";
    }

    private static string Start()
    {
        var folder = Directory.CreateTempSubdirectory("hotel-postgres-").FullName;
        var bin = Directory.GetDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).Last() + "/bin";
        var port = FreePort();
        if (Environment.UserName == "root") Run("chown", "postgres", folder);
        AsPostgres($"{bin}/initdb -D {folder}/db -U postgres -A trust --no-sync -E UTF8 --locale C.UTF-8");
        AsPostgres($"{bin}/pg_ctl -D {folder}/db -w -l {folder}/log -o '-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=120' start");
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            AsPostgres($"{bin}/pg_ctl -D {folder}/db -m immediate stop");
            Directory.Delete(folder, recursive: true);
        };
        return $"Host=127.0.0.1;Port={port};Username=postgres";
    }

    /// <summary>The server refuses to run as root.</summary>
    private static void AsPostgres(string command)
    {
        if (Environment.UserName == "root") Run("su", "postgres", "-s", "/bin/bash", "-c", command);
        else Run("/bin/bash", "-c", command);
    }

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = "/", UseShellExecute = false })!;
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
