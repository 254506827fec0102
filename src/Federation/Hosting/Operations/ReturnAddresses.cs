namespace CrossBorder.Federation.Hosting.Operations;

/// <summary>Addresses to which residents are sent back by relying parties that are not in the settings; handed in by the protocol.</summary>
internal sealed class ReturnAddresses
{
    private volatile IReadOnlyList<string> all = [];

    public IReadOnlyList<string> All => all;

    /// <summary>Takes the place of what was taken before.</summary>
    public void Take(IReadOnlyList<string> addresses) => all = addresses;
}
