namespace CrossBorder.Federation.Hosting;

/// <summary>Files named in the settings are looked for beside the settings file, or beside the application where there is none.</summary>
internal sealed class SettingsPaths(string root)
{
    public string Root { get; } = Path.GetFullPath(root);

    public string Resolve(string path) => Path.GetFullPath(path, Root);
}
