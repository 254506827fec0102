using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Tests.Package;

namespace CrossBorder.Verification.Tests.PublicApi;

/// <summary>The public API is a promise: it changes where somebody has read and accepted the change.</summary>
public sealed class PublicApiTests
{
    private const string Accept = "CROSSBORDER_ACCEPT_API";
    private static readonly string[] Approved = ["tests", "Verification.Tests", "PublicApi", "CrossBorder.Verification.txt"];

    [Fact]
    public void The_public_API_is_the_approved_one()
    {
        var now = ApiText.Of(typeof(Certificate).Assembly);
        if (Environment.GetEnvironmentVariable(Accept) == "1")
            File.WriteAllText(Tree.PathOf(Approved), now);

        var approved = File.Exists(Tree.PathOf(Approved)) ? Tree.Read(Approved) : "";
        if (approved != now)
        {
            var (before, after) = (approved.Split('\n'), now.Split('\n'));
            Assert.Fail($"""
                The public API is not the approved one.
                Gone:
                {string.Join('\n', before.Except(after))}
                New:
                {string.Join('\n', after.Except(before))}
                If that is meant, run this test again with {Accept}=1: it rewrites {string.Join('/', Approved)}, which is then reviewed and committed with the change.
                """);
        }
    }
}
