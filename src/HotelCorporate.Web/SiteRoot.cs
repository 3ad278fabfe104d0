namespace HotelCorporate.Web;

/// <summary>Where wwwroot and appsettings.json stand: beside the program when published, at the top of the repository otherwise.</summary>
internal static class SiteRoot
{
    public static string Find()
    {
        var beside = AppContext.BaseDirectory;
        if (Directory.Exists(Path.Combine(beside, "wwwroot"))) return beside;
        for (var folder = new DirectoryInfo(beside); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "HotelCorporate.sln"))) return folder.FullName;
        return beside;
    }
}
