using System.Text;
using CrossBorder.Federation.Applications.Submit;
using CrossBorder.Federation.Catalogue.Versions;
using CrossBorder.Federation.Hosting;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Applications.Signing;

/// <summary>
/// What a resident signs: all that is filed, who files it, and the sentence by which they stand by it. Written in one fixed order, so that
/// it comes out the same to the letter when the application is filed.
/// </summary>
internal static class SigningDocument
{
    private const string Type = "cross-border-application-to-sign/1";

    public static LocalizedText Declaration { get; } = new(
        "我確認以上內容屬實，並以此提出申請。", "我确认以上内容属实，并据此提出申请。", "I confirm that all of this is true, and I apply on the strength of it.");

    /// <param name="reference">Of the signing.</param>
    /// <param name="createdAt">When it was begun.</param>
    /// <param name="catalogueVersion">Under which it was begun. What is filed may be filed under a later one that says the same of this entry.</param>
    /// <param name="language">Of the declaration.</param>
    /// <param name="applicant">Who applies.</param>
    /// <param name="application">What for, judged by the catalogue in force.</param>
    public static string Write(
        string reference, DateTimeOffset createdAt, string catalogueVersion, string language, Applicant applicant, VerifiedApplication application) =>
        ApplicationJson.Write(new
        {
            Type,
            Reference = reference,
            CreatedAt = createdAt,
            Entry = application.Entry.Code,
            CatalogueVersion = catalogueVersion,
            Terms = EntryTerms.DigestOf(application.Entry),
            Language = language,
            Declaration = Declaration.In(language),
            Applicant = new { applicant.Identity.Home, applicant.Identity.Subject, Name = applicant.Identity.Name.Latin },
            Parts = FiledContent.PartsOf(application),
        });

    public static string DigestOf(string document) => Digests.Sha256(Encoding.UTF8.GetBytes(document));
}
