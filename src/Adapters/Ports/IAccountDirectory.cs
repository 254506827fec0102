using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Adapters.Ports;

/// <summary>The account directory of the other side: who has a service account there under which document.</summary>
public interface IAccountDirectory
{
    /// <summary>
    /// All accounts registered under a document. An empty list is an answer; an unreachable or unverifiable directory is a refusal (CB4xxx).
    /// </summary>
    Task<Outcome<IReadOnlyList<DirectoryAccount>>> FindAsync(DirectoryQuery query, CancellationToken cancellationToken);

    /// <summary>
    /// All holders that the authorities of the other side know of a document, whether they have an account or not. An empty list is an
    /// answer; an unreachable or unverifiable directory is a refusal (CB4xxx).
    /// </summary>
    Task<Outcome<IReadOnlyList<DocumentHolder>>> FindHoldersAsync(DirectoryQuery query, CancellationToken cancellationToken);

    /// <summary>Registers a new account. The same <see cref="DirectoryRegistration.RequestId"/> again gives the same account.</summary>
    Task<Outcome<DirectoryAccount>> RegisterAsync(DirectoryRegistration registration, CancellationToken cancellationToken);
}

/// <summary>The document to look for: its canonical number (a Home Return Permit's first nine characters).</summary>
public sealed record DirectoryQuery(string DocumentType, string DocumentNumber);

/// <summary>A person to register, from a verified identity alone.</summary>
/// <param name="RequestId">Chosen once per registration and kept through retries.</param>
public sealed record DirectoryRegistration(
    string RequestId,
    string DocumentType,
    string DocumentNumber,
    string LatinName,
    string? HanName,
    DateOnly Birthdate,
    string Gender);

/// <summary>An account as the directory holds it.</summary>
public sealed record DirectoryAccount(
    string AccountId,
    string DocumentType,
    string DocumentNumber,
    string LatinName,
    string? HanName,
    DateOnly Birthdate);

/// <summary>Whom a document was issued to, as the directory holds it.</summary>
public sealed record DocumentHolder(string LatinName, string? HanName, DateOnly Birthdate)
{
    /// <summary>Nothing of the person: they never get into a log by way of a record's text.</summary>
    public override string ToString() => nameof(DocumentHolder);
}
