using System.Text;
using CrossBorder.Federation.Catalogue;
using CrossBorder.Verification.Crypto;

namespace CrossBorder.Federation.Applications.Commitments;

/// <summary>The words of a commitment (告知承諾) in one language of the catalogue.</summary>
internal sealed record CommitmentText(string Language, string Text)
{
    // Of a client that names no text: the default of names everywhere in the API.
    private const string Default = "zh-Hant";

    private static readonly string[] Languages = [Default, "zh-Hans", "en"];

    /// <summary><c>sha256:</c> and hex, over the UTF-8 bytes of the text.</summary>
    public string Digest => Digests.Sha256(Encoding.UTF8.GetBytes(Text));

    public static CommitmentText Of(RequiredDocument document, string language) => new(language, document.Commitment!.In(language));

    /// <summary>The text that was agreed to; null where no text of this document has that digest.</summary>
    /// <param name="document">A material that a commitment replaces.</param>
    /// <param name="digest">Of the text that was shown; null where the client says nothing of it.</param>
    public static CommitmentText? Find(RequiredDocument document, string? digest) => digest is null
        ? Of(document, Default)
        : Languages.Select(language => Of(document, language)).FirstOrDefault(text => text.Digest == digest);
}
