namespace CrossBorder.Federation.Accounts;

/// <summary>Why a session ended.</summary>
internal enum SessionEnd
{
    /// <summary>The resident said so, here or at a relying party.</summary>
    SignedOut,

    /// <summary>Another resident signed in, in the same browser.</summary>
    Replaced,

    /// <summary>The certificate behind the sign-in is trusted no more.</summary>
    Distrusted,
}
