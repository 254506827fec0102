namespace CrossBorder.Verification.Outcomes;

/// <summary>One refusal, explained.</summary>
/// <param name="Descriptor">The entry of the catalogue.</param>
/// <param name="Detail">What was wrong in this case, without personal data.</param>
/// <param name="Pointer">JSON pointer (RFC 6901) into the input, where there is one.</param>
public sealed record Error(ErrorDescriptor Descriptor, string Detail, string? Pointer = null)
{
    /// <summary>The number of the catalogue, CBnnnn.</summary>
    public string Code => Descriptor.Code;

    /// <inheritdoc/>
    public override string ToString() => $"{Code}: {Detail}";
}
