using System.Text;
using CrossBorder.Verification.Crypto;

namespace CrossBorder.Federation.Accounts;

/// <summary>What a resident reads before agreeing, in one language. The page shows these parts and no other words.</summary>
internal sealed record ConsentNotice(
    string Language, string Heading, IReadOnlyList<NoticeLine> Lines, string KindsLabel, IReadOnlyList<string> Kinds, string Withdrawal, string Question)
{
    /// <summary>The exact text as it is stored.</summary>
    public string ToText()
    {
        var text = new StringBuilder(Heading).Append('\n');
        foreach (var line in Lines)
            text.Append('\n').Append(line.Label).Append('\n').Append(line.Text).Append('\n');
        text.Append('\n').Append(KindsLabel).Append('\n');
        foreach (var kind in Kinds)
            text.Append("- ").Append(kind).Append('\n');
        return text.Append('\n').Append(Withdrawal).Append("\n\n").Append(Question).Append('\n').ToString();
    }

    /// <summary>Posted back with the answer: agreeing counts only for the text that was on the screen.</summary>
    public string Digest => Digests.Sha256(Encoding.UTF8.GetBytes(ToText()));
}

internal sealed record NoticeLine(string Label, string Text);
