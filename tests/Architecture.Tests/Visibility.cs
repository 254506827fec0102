using Mono.Cecil;

namespace CrossBorder.Architecture.Tests;

/// <summary>What is not a promise to somebody else is internal, and what is not made to be derived from is sealed.</summary>
public sealed class Visibility
{
    /// <summary>Public beside the ports, each with its reason.</summary>
    private static readonly Dictionary<string, string> PublicOnPurpose = new(StringComparer.Ordinal)
    {
        ["CrossBorder.Federation.Hosting.HubHost"] = "hosts start the hub in their own process",
        ["CrossBorder.Federation.AssertionGateway.Hosting.GatewayHost"] = "hosts start the assertion gateway in their own process",
    };

    [Fact]
    public void Adapters_show_ports_and_registrations_alone() =>
        Rule.HasNoOffender(PublicTypes(Room.Adapters)
            .Where(type => !RoomQueries.IsWithin(type.Namespace, "CrossBorder.Adapters.Ports") && !IsRegistration(type) && !IsSettings(type))
            .Select(type => type.FullName).Except(PublicOnPurpose.Keys));

    [Fact]
    public void Federation_shows_its_host_alone() =>
        Rule.HasNoOffender(PublicTypes(Room.Federation).Select(type => type.FullName).Except(PublicOnPurpose.Keys));

    // Hub, sandbox and benchmarks stand where a relying party stands: what they need of Verification, the package gives to everybody.
    [Fact]
    public void Verification_lets_nobody_but_its_tests_behind_its_public_API() =>
        Assert.Equal(["CrossBorder.Architecture.Tests", "CrossBorder.Verification.Tests"], Room.Verification.Friends.Order(StringComparer.Ordinal));

    [Fact]
    public void Classes_are_sealed_unless_something_derives_from_them()
    {
        var classes = Room.All.SelectMany(room => room.Types).Where(type => type.IsClass && !type.IsValueType).ToList();
        var bases = classes.Select(type => type.BaseType?.GetElementType().FullName).ToHashSet(StringComparer.Ordinal);
        Rule.HasNoOffender(classes.Where(type => !type.IsSealed && !bases.Contains(type.FullName)).Select(type => type.FullName));
    }

    private static IEnumerable<TypeDefinition> PublicTypes(Room room) => room.TopLevelTypes.Where(type => type.IsPublic);

    // Federation is the composition root: it calls AddXxx and binds XxxOptions, and sees nothing else of an adapter.
    private static bool IsRegistration(TypeDefinition type) =>
        type.IsStatic() && type.Name.EndsWith("Extensions", StringComparison.Ordinal);

    private static bool IsSettings(TypeDefinition type) =>
        type.Name.EndsWith("Options", StringComparison.Ordinal) || type.Name.EndsWith("Settings", StringComparison.Ordinal);
}
