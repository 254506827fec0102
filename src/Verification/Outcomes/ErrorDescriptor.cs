namespace CrossBorder.Verification.Outcomes;

/// <summary>A refusal as the catalogue knows it: its number, what people read, and what they can do next.</summary>
/// <param name="Code">CBnnnn. Stable for ever: a number is never used again.</param>
/// <param name="Status">The HTTP status that an API answers with (RFC 9110 section 15).</param>
/// <param name="Title">What happened, in words for the person concerned.</param>
/// <param name="NextStep">What to do now.</param>
public sealed record ErrorDescriptor(string Code, int Status, LocalizedText Title, LocalizedText NextStep)
{
    /// <summary>This refusal for one case, with the detail that a developer or officer can act on.</summary>
    /// <param name="detail">Never personal data and never a secret: it is logged and shown.</param>
    /// <param name="pointer">JSON pointer (RFC 6901) to the faulty part of the input, where there is one.</param>
    public Error With(string detail, string? pointer = null) => new(this, detail, pointer);
}
