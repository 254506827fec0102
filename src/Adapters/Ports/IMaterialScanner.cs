using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Adapters.Ports;

/// <summary>Looks at what residents upload before it is stored.</summary>
public interface IMaterialScanner
{
    /// <summary>
    /// Success where nothing was found. CB5173 where something was, CB5174 where nobody could look: that is no clean bill, and what was not looked
    /// at is not taken.
    /// </summary>
    Task<Outcome<bool>> ScanAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken);
}
