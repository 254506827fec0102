namespace CrossBorder.Verification.Crypto.Sm2;

/// <summary>The equation of one public key P that a signature (r, s) fulfils (GB/T 32918.2 7.1): r = e + x of s·G + (r+s)·P modulo n.</summary>
internal interface ISm2Equation
{
    /// <summary>Whether it holds, r and s being in [1, n-1] and r + s not n. All three are 32 bytes; e may be n or more.</summary>
    bool Holds(ReadOnlySpan<byte> r, ReadOnlySpan<byte> s, ReadOnlySpan<byte> e);
}
