using System.ComponentModel;

namespace CrossBorder.Federation.Verifications;

/// <summary>The question, for the API description alone: what is sent is read by <see cref="VerificationReader"/>, which tells every fault.</summary>
internal sealed record VerificationRequestBody(
    [property: Description("home_return_permit, hkid or residence_permit")] string DocumentType,
    [property: Description("An HKID with or without brackets; a Home Return Permit by its old or its new number")] string DocumentNumber,
    [property: Description("In Latin letters or in Han characters, traditional or simplified, or both")] string Name,
    [property: Description("YYYY-MM-DD")] string Birthdate);
