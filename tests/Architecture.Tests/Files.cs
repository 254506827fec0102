using System.Text.RegularExpressions;

namespace CrossBorder.Architecture.Tests;

/// <summary>What must not lie in the tree.</summary>
public sealed partial class Files
{
    private static readonly string[] FoldersThatSayNothing = ["Helpers", "Common", "Utils", "Utilities", "Models", "Enums", "Misc"];

    // Written in pieces, so that this file does not hold what it looks for.
    private static readonly string[] RegistryHosts =
        ["api.nuget" + ".org", "registry.npmjs" + ".org", "registry.yarnpkg" + ".com", "deb.debian" + ".org", "pypi" + ".org"];

    [Fact]
    public void A_folder_is_named_after_what_is_in_it() =>
        Rule.HasNoOffender(Repository.Files.Where(file => file.Split('/').SkipLast(1).Intersect(FoldersThatSayNothing).Any()));

    [Fact]
    public void Private_keys_lie_among_the_test_certificates_alone() =>
        Rule.HasNoOffender(Repository.Files
            .Where(file => Repository.IsText(file) && !file.StartsWith("certs/test/", StringComparison.Ordinal))
            .Where(file => PrivateKey().IsMatch(Repository.Read(file))));

    [Fact]
    public void No_package_registry_is_named() =>
        Rule.HasNoOffender(Repository.Files.Where(Repository.IsText)
            .Where(file => RegistryHosts.Any(host => Repository.Read(file).Contains(host, StringComparison.OrdinalIgnoreCase))));

    [Fact]
    public void Lock_files_hold_no_addresses() =>
        Rule.HasNoOffender(Repository.Files
            .Where(file => Path.GetFileName(file) is "package-lock.json" or "packages.lock.json")
            .Where(file => Resolved().IsMatch(Repository.Read(file))));

    [Fact]
    public void Nothing_under_src_knows_the_sandbox() =>
        Rule.HasNoOffender(Repository.Under("src/", ".cs", ".cshtml", ".csproj", ".json")
            .Where(file => Repository.Read(file).Contains("sandbox", StringComparison.OrdinalIgnoreCase)));

    [Fact]
    public void A_source_file_holds_one_idea() =>
        Rule.HasNoOffender(Repository.Under("src/", ".cs", ".cshtml")
            .Where(file => !file.Contains("/Migrations/", StringComparison.Ordinal))
            .Where(file => Repository.Read(file).Count(character => character == '\n') > 400));

    [Fact]
    public void Nothing_unfinished_is_left_in_src() =>
        Rule.HasNoOffender(Repository.Under("src/", ".cs", ".cshtml").Where(file => Unfinished().IsMatch(Repository.Read(file))));

    [GeneratedRegex("-----BEGIN ([A-Z0-9]+ )*PRIVATE" + " KEY")]
    private static partial Regex PrivateKey();

    [GeneratedRegex("\"resolved\"\\s*:\\s*\"https?:")]
    private static partial Regex Resolved();

    [GeneratedRegex(@"\b(TODO|FIXME|HACK)\b|NotImplementedException")]
    private static partial Regex Unfinished();
}
