using CrossBorder.Verification.Identity;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Verification.Checks;

/// <summary>Names, dates and numbers are what they say they are, check digits included.</summary>
internal sealed class AttributeCheck : ICheck
{
    public CheckDescriptor Descriptor { get; } = new(
        nameof(AttributeCheck),
        "The attributes are well-formed, and the check digits of the documents hold.",
        [ErrorCatalogue.IdentityCardInvalid, ErrorCatalogue.HomeReturnPermitInvalid, ErrorCatalogue.ResidencePermitInvalid, ErrorCatalogue.ResidentCardInvalid, ErrorCatalogue.NameInvalid, ErrorCatalogue.BirthdateInvalid, ErrorCatalogue.GenderInvalid, ErrorCatalogue.ContactInvalid, ErrorCatalogue.DocumentMissing],
        IsGate: false);

    public IEnumerable<Error> Examine(Examination examination)
    {
        var outcome = PersonReader.Read(examination.Assertion.Person, examination.Now);
        if (outcome.TryGetValue(out var person))
            examination.Person = person;
        return outcome.Errors;
    }
}
