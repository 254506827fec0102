namespace CrossBorder.Verification.Checks;

/// <summary>The table of contents: every rule, in the order in which it is asked. A new rule is a class and a line here.</summary>
public static class CheckList
{
    internal static IReadOnlyList<ICheck> Checks { get; } =
    [
        // Gates: each establishes what the later ones read.
        new SignatureCheck(),
        new ChainCheck(),
        new RevocationCheck(),
        new ClaimsCheck(),
        // All of these are asked, so that everything wrong is told at once.
        new IssuerCheck(),
        new AudienceCheck(),
        new NonceCheck(),
        new FreshnessCheck(),
        new ReplayCheck(),
        new AssuranceCheck(),
        new AttributeCheck(),
        new DocumentPlaceCheck(),
    ];

    /// <summary>The rules, described.</summary>
    public static IReadOnlyList<CheckDescriptor> Descriptors { get; } = [.. Checks.Select(check => check.Descriptor)];
}
