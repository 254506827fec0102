using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.Trust.Keys;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Xunit;

namespace CrossBorder.Federation.Tests.Trust.Keys;

/// <summary>Periods that would lock relying parties out, and secrets that are none, are found at the start.</summary>
public sealed class KeyRotationOptionsTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("crossborder-rotation-");

    [Fact]
    public void The_defaults_hold_with_a_secret() => Assert.Empty(Faults(new KeyRotationOptions { KeyFile = Secret("good", 32) }));

    [Theory]
    [InlineData("Announce", "KeyRotation:Announce")]
    [InlineData("RotateEvery", "KeyRotation:RotateEvery")]
    [InlineData("Retire", "KeyRotation:Retire")]
    [InlineData("ActiveWithin", "KeyRotation:ActiveWithin")]
    [InlineData("NoFile", "KeyRotation:KeyFile is missing")]
    [InlineData("ShortFile", "KeyRotation:KeyFile must hold")]
    [InlineData("LongFile", "KeyRotation:KeyFile must hold 32")]
    public void What_does_not_hold_is_told_by_its_name(string wrong, string told)
    {
        var options = new KeyRotationOptions { KeyFile = Secret("good", 32) };
        switch (wrong)
        {
            case "Announce": options.Announce = TimeSpan.FromHours(23); break;
            case "RotateEvery": options.RotateEvery = options.Announce; break;
            case "Retire": options.Retire = TimeSpan.FromDays(13); break;
            case "ActiveWithin": options.ActiveWithin = TimeSpan.Zero; break;
            case "NoFile": options.KeyFile = ""; break;
            case "ShortFile": options.KeyFile = Secret("short", 16); break;
            default: options.KeyFile = Secret("long", 48); break;
        }

        var fault = Assert.Single(Faults(options));
        Assert.StartsWith("CB1001", fault, StringComparison.Ordinal);
        Assert.Contains(told, fault, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_retires_no_sooner_than_a_sign_in_ends() => Assert.Single(Faults(
        new KeyRotationOptions { KeyFile = Secret("good", 32) }, refreshLifetime: "15.00:00:00"), fault => fault.Contains("Retire", StringComparison.Ordinal));

    [Fact]
    public void A_development_secret_is_refused_in_production()
    {
        var options = new KeyRotationOptions { KeyFile = Secret("dev", 32, "development:") };

        Assert.StartsWith("CB1002", Assert.Single(Faults(options)), StringComparison.Ordinal);
        Assert.Empty(Faults(options, environment: Environments.Development));
    }

    public void Dispose() => folder.Delete(recursive: true);

    private List<string> Faults(KeyRotationOptions options, string? refreshLifetime = null, string? environment = null)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Hub:RefreshTokenLifetime"] = refreshLifetime ?? "14.00:00:00" }).Build();
        var validator = new KeyRotationOptionsValidator(
            new SettingsPaths(folder.FullName), new HostingEnvironment { EnvironmentName = environment ?? Environments.Production }, configuration);
        return [.. validator.Validate(null, options).Failures ?? []];
    }

    private string Secret(string name, int length, string mark = "")
    {
        File.WriteAllText(Path.Combine(folder.FullName, name), mark + Convert.ToBase64String(new byte[length]));
        return name;
    }
}
