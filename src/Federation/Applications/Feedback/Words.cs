namespace CrossBorder.Federation.Applications.Feedback;

/// <summary>What a resident may write.</summary>
internal static class Words
{
    /// <summary>Lines and tabs are words; what steers a terminal or a printer at the department is not.</summary>
    public static bool HasControls(string text) => text.Any(character => char.IsControl(character) && character is not ('\n' or '\r' or '\t'));
}
