namespace CrossBorder.Federation.Trust.Consequences;

/// <summary>One thing that rests on a certificate or key, named by its id: it says nothing of whom it is about.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Reference">Its id in the hub, or the number of a case; of a checkpoint how many entries it covers.</param>
/// <param name="Party">The relying party, home or department that it was for or from; empty where there is none.</param>
/// <param name="At">When it was made; null where that is not kept.</param>
internal sealed record RestingItem(RestingKind Kind, string Reference, string Party, DateTimeOffset? At);

/// <summary>What may rest on a certificate or key. The names are those of exported lists: they are added to and never changed.</summary>
internal enum RestingKind
{
    SignIn,
    AccountLink,
    Session,
    Token,
    Application,
    Delivery,
    Receipt,
    Event,
    Envelope,
    Attestation,
    Checkpoint,
}
