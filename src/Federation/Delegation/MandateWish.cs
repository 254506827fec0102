namespace CrossBorder.Federation.Delegation;

/// <summary>What a principal asks for, as the form has it. Nothing of it is believed.</summary>
/// <param name="Clients">Services beside these pages.</param>
/// <param name="WithDocuments">Services may have the numbers of documents too.</param>
internal sealed record MandateWish(
    string? Relation, IReadOnlyList<string> Items, int Days, IReadOnlyList<string> Clients, bool WithDocuments);
