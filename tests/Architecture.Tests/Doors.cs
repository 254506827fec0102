namespace CrossBorder.Architecture.Tests;

/// <summary>Federation → Adapters → Verification, and no way back.</summary>
public sealed class Doors
{
    // A relying party's set-up may hand in its HttpClient, for Microsoft.IdentityModel to fetch metadata with. Nothing is decided there.
    private static readonly string[] PassesAClientOn = ["CrossBorder.Verification.Crypto.IdentityModel.ShangMi"];

    [Fact]
    public void Verification_depends_on_nothing_of_ours() =>
        Rule.HasNoOffender(Room.Verification.ReferencedAssemblies.Where(IsOurs));

    [Fact]
    public void Adapters_see_Verification_alone() =>
        Rule.HasNoOffender(Room.Adapters.ReferencedAssemblies.Where(IsOurs).Except(["CrossBorder.Verification"]));

    [Fact]
    public void Federation_sees_the_other_two_rooms_alone() =>
        Rule.HasNoOffender(Room.Federation.ReferencedAssemblies.Where(IsOurs).Except(["CrossBorder.Verification", "CrossBorder.Adapters"]));

    [Theory]
    [InlineData("Microsoft.AspNetCore")]
    [InlineData("Microsoft.EntityFrameworkCore")]
    [InlineData("System.Net.Http")]
    [InlineData("System.Net.Sockets")]
    [InlineData("System.IO.File")]
    [InlineData("System.IO.Directory")]
    [InlineData("System.TimeProvider")]
    public void Verification_is_pure(string outside) =>
        Rule.HasNoOffender(Room.Verification.NamingAny(outside).Except(PassesAClientOn));

    [Theory]
    [InlineData("OpenIdConnect", "SignIn")]
    [InlineData("OpenIdConnect", "Applications")]
    [InlineData("SignIn", "OpenIdConnect")]
    [InlineData("SignIn", "Applications")]
    [InlineData("Applications", "OpenIdConnect")]
    [InlineData("Applications", "SignIn")]
    [InlineData("Proactive", "SignIn")]
    [InlineData("Proactive", "OpenIdConnect")]
    [InlineData("Applications", "Proactive")]
    [InlineData("Catalogue", "Proactive")]
    public void A_feature_does_not_name_its_neighbour(string feature, string neighbour) =>
        Rule.HasNoOffender(Room.Federation.NamingAny($"CrossBorder.Federation.{neighbour}")
            .Where(type => type.StartsWith($"CrossBorder.Federation.{feature}.", StringComparison.Ordinal)));

    private static bool IsOurs(string assembly) => assembly.StartsWith("CrossBorder.", StringComparison.Ordinal);
}
