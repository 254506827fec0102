using System.Text.Json;
using CrossBorder.Adapters.Ports;
using CrossBorder.Federation.Audit;
using CrossBorder.Federation.Officers;
using CrossBorder.Verification.Identity;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Accounts.Reviews;

/// <summary>Shows an officer somebody's data, and writes down that it did before it does.</summary>
internal sealed class ReadReview(IReviews reviews, IAuditLog audit)
{
    public async Task<Outcome<ReviewRecord>> ReadAsync(string id, ReadPurpose purpose, OfficerPresence officer, CancellationToken cancellationToken)
    {
        if (await reviews.FindAsync(id, cancellationToken) is not { } item)
            return ErrorCatalogue.ReviewUnknown.With("No item of this reference.");

        PersonalDataRead.Record(audit, officer, "review", item.Id, purpose.ToString());
        if (!await reviews.SaveAsync(cancellationToken))
            return ErrorCatalogue.ReviewDecided.With("Somebody else was first.");

        return Open(item);
    }

    public static ReviewRecord Open(ReviewItem item) => new(
        item, VerifiedIdentityJson.Read(item.Identity).Value, JsonSerializer.Deserialize<List<DirectoryAccount>>(item.Candidates)!);
}

/// <summary>An item with what was encrypted in it.</summary>
internal sealed record ReviewRecord(ReviewItem Item, VerifiedIdentity Person, IReadOnlyList<DirectoryAccount> Candidates)
{
    /// <summary>Nothing of the person: they never get into a log by way of a record's text.</summary>
    public override string ToString() => nameof(ReviewRecord);
}

/// <summary>Why an officer looks at somebody's data. A choice and no text: the audit log holds no personal data.</summary>
internal enum ReadPurpose
{
    /// <summary>To decide the item.</summary>
    Decision,

    /// <summary>The resident stands at a counter, or called.</summary>
    ResidentAsked,

    /// <summary>To check a decision that was made.</summary>
    Check,
}
