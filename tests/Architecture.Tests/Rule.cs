namespace CrossBorder.Architecture.Tests;

internal static class Rule
{
    /// <summary>Nobody breaks it; who does is named, one a line.</summary>
    public static void HasNoOffender(IEnumerable<string?> offenders)
    {
        var named = offenders.ToList();
        if (named.Count > 0)
        {
            Assert.Fail($"{named.Count} against the rule:{Environment.NewLine}{string.Join(Environment.NewLine, named)}");
        }
    }
}
