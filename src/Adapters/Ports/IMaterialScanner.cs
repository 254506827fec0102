using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Adapters.Ports;

/// <summary>Looks at what residents upload before it can be handed to anybody.</summary>
public interface IMaterialScanner
{
    /// <summary>
    /// Success where nothing was found. CB5173 where something was, CB5174 where nobody could look: that is no clean bill, and what was not looked
    /// at is not taken.
    /// </summary>
    /// <param name="content">Read from where it stands to its end, as the scanner asks for it.</param>
    /// <param name="cancellationToken">Ends the look.</param>
    Task<Outcome<bool>> ScanAsync(Stream content, CancellationToken cancellationToken);
}
