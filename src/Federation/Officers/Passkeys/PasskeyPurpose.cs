namespace CrossBorder.Federation.Officers.Passkeys;

/// <summary>What an answer of a passkey is asked for: one that was given for the one is worth nothing for the other.</summary>
internal enum PasskeyPurpose
{
    SignIn,
    Register,
    StepUp,
}
