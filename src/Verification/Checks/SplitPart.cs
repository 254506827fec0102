namespace CrossBorder.Verification.Checks;

/// <summary>One part of a delivery that its department splits: who goes on with it, and with what.</summary>
/// <param name="Department">The slug of the department that this part goes to.</param>
/// <param name="Item">The code of the item that this part is about; null where it is the item of the delivery that is split.</param>
/// <param name="Reason">Why, in the department's words, for the resident.</param>
public sealed record SplitPart(string Department, string? Item, string? Reason);
