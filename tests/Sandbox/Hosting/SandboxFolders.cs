using System.Runtime.CompilerServices;

namespace CrossBorder.Sandbox.Hosting;

/// <summary>Where the sandbox keeps its things.</summary>
public sealed record SandboxFolders(string Data, string Certificates)
{
    /// <summary>With a data folder of its own, a sandbox keeps its certificates there too; else in certs/dev of the repository.</summary>
    public static SandboxFolders Default(string? data)
    {
        if (data is not null)
            return new(Path.GetFullPath(data), Path.Combine(Path.GetFullPath(data), "certificates"));
        var project = Directory.Exists(ProjectFolder()) ? ProjectFolder() : Directory.GetCurrentDirectory();
        return new(Path.Combine(project, ".data"), Path.GetFullPath(Path.Combine(project, "../../certs/dev")));
    }

    private static string ProjectFolder([CallerFilePath] string file = "") => Path.GetDirectoryName(Path.GetDirectoryName(file))!;
}
