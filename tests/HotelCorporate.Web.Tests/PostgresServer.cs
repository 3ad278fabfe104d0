using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace HotelCorporate.Web.Tests;

/// <summary>A PostgreSQL server of the tests' own: a temporary folder, a free port on this machine, gone with the test run. It asks for a password, as a house's does.</summary>
public static class PostgresServer
{
    private static readonly Lazy<string> Started = new(Start);
    private static readonly string Password = Guid.NewGuid().ToString("N");

    /// <summary>Makes a database, empty or a copy of another that nobody uses, and gives the way to it.</summary>
    public static string NewDatabase(string? copied = null, string? address = null)
    {
        address ??= NoDatabase();
        Do($"CREATE DATABASE {NameOf(address)}" + (copied is null ? "" : $" TEMPLATE {NameOf(copied)} STRATEGY FILE_COPY")); // nothing of the copy goes through the log
        return address;
    }

    /// <summary>The way to a database that nobody has made yet. A site that ended leaves its pool behind: what lies idle is closed within seconds, so that the server has room for the next ones.</summary>
    public static string NoDatabase() => Started.Value + $";Database=hotel_{Guid.NewGuid():N};Maximum Pool Size=40;Connection Idle Lifetime=5;Connection Pruning Interval=1";

    /// <summary>Ends every connection to the database: a pool of Entity Framework's own is out of reach.</summary>
    public static void EndConnections(string address) => Do($"SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = '{NameOf(address)}'");

    /// <summary>Ends the database with every connection to it.</summary>
    public static void Drop(string address) => Do($"DROP DATABASE IF EXISTS {NameOf(address)} WITH (FORCE)");

    private static string NameOf(string address) => new NpgsqlConnectionStringBuilder(address).Database!;

    private static void Do(string statement)
    {
        using var server = new NpgsqlConnection(Started.Value + ";Database=postgres;Pooling=false");
        server.Open();
#pragma warning disable CA2100 // The names in it are made here.
        using var command = new NpgsqlCommand(statement, server);
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private static string Start()
    {
        var folder = Directory.CreateTempSubdirectory("hotel-postgres-").FullName;
        var bin = Directory.GetDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).Last() + "/bin";
        var port = FreePort();
        if (Environment.UserName == "root") Run("chown", "postgres", folder);
        AsPostgres($"{bin}/initdb -D {folder}/db -U postgres -A scram-sha-256 --pwfile=<(echo {Password}) --no-sync -E UTF8 --locale C.UTF-8");
        AsPostgres($"{bin}/pg_ctl -D {folder}/db -w -l {folder}/log -o '-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=300' start");
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            AsPostgres($"{bin}/pg_ctl -D {folder}/db -m immediate stop");
            Directory.Delete(folder, recursive: true);
        };
        return $"Host=127.0.0.1;Port={port};Username=postgres;Password={Password}";
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
