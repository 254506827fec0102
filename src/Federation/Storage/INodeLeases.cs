namespace CrossBorder.Federation.Storage;

/// <summary>Which node does what only one may do at a time. A node that dies loses its lease when the time is over.</summary>
internal interface INodeLeases
{
    /// <summary>Takes the lease, or prolongs it where this node has it already.</summary>
    Task<bool> TryTakeAsync(string name, TimeSpan length, CancellationToken cancellationToken);
}
