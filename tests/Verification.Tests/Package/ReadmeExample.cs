using System.Text;
using CrossBorder.Verification.Crypto;

namespace CrossBorder.Verification.Tests.Package;

/// <summary>The example of the package's README, compiled: its body is the README's block, to the letter.</summary>
internal static class ReadmeExample
{
    public static string Verify(string publishedJwk, string token)
    {
        var key = VerificationKey.FromJwk(publishedJwk).Value;
        var policy = new SignedContentPolicy { Type = "JWT", Algorithms = ["SGD_SM3_SM2"], RegisteredKeys = [key] };
        var outcome = SignedContent.Verify(token, policy);
        return outcome.Succeeded ? Encoding.UTF8.GetString(outcome.Value.Payload.Span) : $"{outcome.Error.Code}: {outcome.Error.Detail}";
    }
}
