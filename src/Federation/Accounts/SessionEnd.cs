namespace CrossBorder.Federation.Accounts;

/// <summary>Why a session ended.</summary>
internal enum SessionEnd
{
    /// <summary>The resident said so, here or at a relying party.</summary>
    SignedOut,

    /// <summary>The same resident signed in anew in the same browser: relying parties go on, and are told nothing.</summary>
    Renewed,

    /// <summary>Another resident signed in, in the same browser.</summary>
    Replaced,

    /// <summary>The certificate behind the sign-in is trusted no more.</summary>
    Distrusted,
}
