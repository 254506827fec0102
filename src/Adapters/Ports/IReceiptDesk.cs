namespace CrossBorder.Adapters.Ports;

/// <summary>Where receipts go that come by themselves, after the envelope was handed to a queue and not to the department.</summary>
public interface IReceiptDesk
{
    /// <summary>
    /// Judges and stores a receipt. Once this returns it is stored, or was refused and told to the operator: either way it is dealt with. An
    /// exception means that it is not, and it is brought again.
    /// </summary>
    /// <param name="department">Slug of the department whose queue it came by.</param>
    /// <param name="compact">JWS compact serialization, unverified.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    Task TakeAsync(string department, string compact, CancellationToken cancellationToken);
}
