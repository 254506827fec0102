namespace CrossBorder.Federation.Contacts;

/// <summary>What residents hear of a mandate that they gave or took.</summary>
internal enum MandateNews
{
    Accepted,
    EndsSoon,
    Ended,
}
