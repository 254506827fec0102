using CrossBorder.Adapters.Ports;
using CrossBorder.Federation.Alerts;
using CrossBorder.Federation.Alerts.Conditions;
using CrossBorder.Federation.Tests.Applications;
using CrossBorder.Federation.Trust.Inventory;
using CrossBorder.Verification.Crypto;
using Xunit;

namespace CrossBorder.Federation.Tests.Alerts;

/// <summary>Each threshold once, and the end itself.</summary>
public sealed class ExpiryConditionTests(DepartmentsRunning departments) : IClassFixture<DepartmentsRunning>
{
    private Certificate Root => Certificate.Parse(File.ReadAllBytes(departments.Pki.CertificateFile("hk-root"))).Value;

    [Theory]
    [InlineData(90.5, null, "")]
    [InlineData(90, "90", "Information")]
    [InlineData(30.5, "90", "Information")]
    [InlineData(30, "30", "Warning")]
    [InlineData(7, "7", "Critical")]
    [InlineData(1.5, "7", "Critical")]
    [InlineData(1, "1", "Critical")]
    [InlineData(0.01, "1", "Critical")]
    [InlineData(0, "0", "Critical")]
    [InlineData(-29, "0", "Critical")]
    [InlineData(-31, null, "")]
    public void A_certificate_is_told_of_at_its_thresholds(double daysBefore, string? threshold, string severity)
    {
        var entry = Entry(InventoryKind.Anchor);
        var condition = ExpiryConditions.Find(entry, Root.NotAfter - TimeSpan.FromDays(daysBefore));

        Assert.Equal(threshold is null ? null : $"{entry.Fingerprint}:{threshold}", condition?.Subject);
        Assert.Equal(severity, condition?.Severity.ToString() ?? "");
    }

    [Fact]
    public void A_key_of_the_hub_is_told_of_as_such_and_a_bare_key_never_ends()
    {
        Assert.Equal(AlertKind.KeyEnds, ExpiryConditions.Find(Entry(InventoryKind.HubKey), Root.NotAfter)!.Kind);
        Assert.Null(ExpiryConditions.Find(Entry(InventoryKind.ClientKey) with { Certificate = null }, Root.NotAfter));
    }

    [Fact]
    public void What_has_ended_is_not_told_to_end_in_so_many_days()
    {
        var over = Alert.Raise(ExpiryConditions.Find(Entry(InventoryKind.Anchor), Root.NotAfter)!, Root.NotAfter);
        Assert.StartsWith("“root” ended on ", AlertText.Of(over).En, StringComparison.Ordinal);
    }

    private InventoryEntry Entry(InventoryKind kind) => new()
    {
        Kind = kind, Name = "root", Algorithm = "RSA 3072", Certificate = Root, Fingerprint = Root.Sha256Thumbprint,
    };
}
