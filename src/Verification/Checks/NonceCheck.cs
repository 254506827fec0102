using System.Security.Cryptography;
using System.Text;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Verification.Checks;

/// <summary>The assertion answers this very request, so one stolen elsewhere is of no use.</summary>
internal sealed class NonceCheck : ICheck
{
    public CheckDescriptor Descriptor { get; } = new(
        nameof(NonceCheck),
        "The assertion answers the request of this sign-in.",
        [ErrorCatalogue.NonceWrong],
        IsGate: false);

    public IEnumerable<Error> Examine(Examination examination)
    {
        var expected = Encoding.UTF8.GetBytes(examination.Input.ExpectedNonce);
        var found = Encoding.UTF8.GetBytes(examination.Assertion.Nonce ?? "");
        if (expected.Length == 0 || !CryptographicOperations.FixedTimeEquals(expected, found))
            yield return ErrorCatalogue.NonceWrong.With("'nonce' is not that of the request.", "/nonce");
    }
}
