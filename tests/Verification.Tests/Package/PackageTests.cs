using System.IO.Compression;
using System.Xml.Linq;
using CrossBorder.Verification.Crypto;

namespace CrossBorder.Verification.Tests.Package;

/// <summary>The package as a stranger would get it.</summary>
[Collection(nameof(PackedLibrary))]
public sealed class PackageTests(PackedLibrary library)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_packs_with_its_description_documentation_and_symbols_and_needs_four_packages()
    {
        await using var package = await ZipFile.OpenReadAsync(library.File("nupkg"), Stop);
        var files = package.Entries.Select(entry => entry.FullName).ToList();
        Assert.Contains("README.md", files);
        Assert.Contains("lib/net10.0/CrossBorder.Verification.dll", files);
        Assert.Contains("lib/net10.0/CrossBorder.Verification.xml", files);
        Assert.Single(files, file => file.StartsWith("lib/", StringComparison.Ordinal) && file.EndsWith(".dll", StringComparison.Ordinal));
        Assert.True(File.Exists(library.File("snupkg")));

        await using var nuspec = await package.GetEntry("CrossBorder.Verification.nuspec")!.OpenAsync(Stop);
        var metadata = (await XDocument.LoadAsync(nuspec, LoadOptions.None, Stop)).Root!.Elements().Single();
        string? Of(string name) => metadata.Elements().SingleOrDefault(element => element.Name.LocalName == name)?.Value;
        Assert.Equal("CrossBorder.Verification", Of("id"));
        Assert.Equal("README.md", Of("readme"));
        Assert.StartsWith("Verify SM2", Of("description"), StringComparison.Ordinal);
        Assert.Equal(
            ["BouncyCastle.Cryptography", "Microsoft.IdentityModel.JsonWebTokens", "Microsoft.IdentityModel.Protocols.OpenIdConnect", "Microsoft.IdentityModel.Tokens"],
            metadata.Descendants().Where(element => element.Name.LocalName == "dependency").Select(element => element.Attribute("id")!.Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_example_of_the_README_is_the_code_that_is_tested_here()
    {
        var readme = Tree.Read("src", "Verification", "README.md");
        var start = readme.IndexOf("```csharp\n", StringComparison.Ordinal) + 10;
        var block = string.Join('\n', readme[start..readme.IndexOf("\n```", start, StringComparison.Ordinal)].Split('\n').Select(line => "        " + line));
        Assert.Contains(block, Tree.Read("tests", "Verification.Tests", "Package", "ReadmeExample.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_example_of_the_README_shows_what_was_signed_or_says_why_not()
    {
        using var key = SoftwareSigningKey.Generate(AlgorithmCatalogue.Sm2);
        var token = Jws.Sign(key, "JWT", "{\"sub\":\"s\"}"u8);
        Assert.Equal("{\"sub\":\"s\"}", ReadmeExample.Verify(key.PublicKey.ToJwk(), token));
        Assert.StartsWith("CB3004: ", ReadmeExample.Verify(key.PublicKey.ToJwk(), token.Replace(token.Split('.')[1], "e30", StringComparison.Ordinal)), StringComparison.Ordinal);
    }
}
