using System.Text;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Identity;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Verification.Checks;

/// <summary>One pure pass over an identity assertion.</summary>
public static class VerificationPipeline
{
    /// <summary>
    /// Asks every rule of <see cref="CheckList"/>. A gate that refuses ends the pass; the refusals of the other rules are gathered.
    /// </summary>
    public static Outcome<VerifiedIdentity> Verify(AssertionVerification input) => Judge(input).Outcome;

    /// <summary>The same, with the message and the path that the conclusion rests on.</summary>
    public static Judgement<VerifiedIdentity> Judge(AssertionVerification input)
    {
        var examination = new Examination(input);
        var errors = new List<Error>();
        foreach (var check in CheckList.Checks)
        {
            var before = errors.Count;
            errors.AddRange(check.Examine(examination));
            if (check.Descriptor.IsGate && errors.Count > before)
                break;
        }

        var outcome = errors.Count == 0 ? Conclude(examination) : Outcome<VerifiedIdentity>.Refused(errors);
        return new Judgement<VerifiedIdentity>(outcome, examination.ContentSoFar, examination.Chain);
    }

    private static VerifiedIdentity Conclude(Examination examination)
    {
        var (assertion, person) = (examination.Assertion, examination.Person);
        return new VerifiedIdentity
        {
            Home = assertion.Issuer,
            Subject = assertion.Subject,
            Jurisdiction = examination.Home.Jurisdiction,
            Name = person.Name,
            Birthdate = person.Birthdate,
            Gender = person.Gender,
            Documents = person.Documents,
            PhoneNumber = person.PhoneNumber,
            Email = person.Email,
            Assurance = examination.Home.LevelOf(assertion.Assurance).Value,
            AuthenticationMethods = assertion.Methods,
            AuthenticatedAt = assertion.AuthenticatedAt,
            VerifiedAt = examination.Now,
            AssertionDigest = Digests.Sha256(Encoding.ASCII.GetBytes(examination.Content.Compact)),
        };
    }
}
