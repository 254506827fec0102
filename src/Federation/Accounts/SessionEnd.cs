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

    /// <summary>The resident ended it from another device.</summary>
    EndedElsewhere,

    /// <summary>An officer ended it, because of abuse or because the resident asked.</summary>
    Officer,

    /// <summary>The home says that the resident signed out there, or that the account or what it signs in with is no longer good.</summary>
    HomeEnded,

    /// <summary>Officers ended the home itself: nobody is signed in by it any more.</summary>
    HomeClosed,
}
