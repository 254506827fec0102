using System.Diagnostics.CodeAnalysis;

namespace CrossBorder.Verification.Outcomes;

/// <summary>
/// A value, or the refusals that stand in its way. A refusal is never an exception: those are for bugs and dead dependencies.
/// </summary>
public sealed class Outcome<T>
{
    private readonly T? value;

    private Outcome(T? value, IReadOnlyList<Error> errors)
    {
        this.value = value;
        Errors = errors;
    }

    /// <summary>All refusals, in the order in which the rules were asked. Empty on success.</summary>
    public IReadOnlyList<Error> Errors { get; }

    /// <summary>True where there is a value.</summary>
    public bool Succeeded => Errors.Count == 0;

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">The outcome is a refusal: ask <see cref="Succeeded"/> first.</exception>
    public T Value => Succeeded
        ? value!
        : throw new InvalidOperationException($"There is no value: {string.Join("; ", Errors)}");

    /// <summary>The first refusal.</summary>
    /// <exception cref="InvalidOperationException">The outcome is a success.</exception>
    public Error Error => Succeeded ? throw new InvalidOperationException("There is no refusal.") : Errors[0];

    /// <summary>The value where there is one; false and the refusals stay in <see cref="Errors"/> otherwise.</summary>
    public bool TryGetValue([MaybeNullWhen(false)] out T result)
    {
        result = value;
        return Succeeded;
    }

    /// <summary>Another value from this one; refusals pass through.</summary>
    public Outcome<TNext> Map<TNext>(Func<T, TNext> next) => Succeeded ? next(value!) : Outcome<TNext>.Refused(Errors);

    /// <summary>A next step that may refuse too; refusals pass through.</summary>
    public Outcome<TNext> Then<TNext>(Func<T, Outcome<TNext>> next) =>
        Succeeded ? next(value!) : Outcome<TNext>.Refused(Errors);

    /// <summary>One answer from either side.</summary>
    public TResult Match<TResult>(Func<T, TResult> onValue, Func<IReadOnlyList<Error>, TResult> onRefusal) =>
        Succeeded ? onValue(value!) : onRefusal(Errors);

    /// <summary>A refusal for one or several reasons.</summary>
    public static Outcome<T> Refused(IReadOnlyList<Error> errors) => errors.Count > 0
        ? new(default, errors)
        : throw new ArgumentException("A refusal has a reason.", nameof(errors));

    /// <summary>A success; for a <typeparamref name="T"/> that is an interface, from which the language converts nothing implicitly.</summary>
    public static Outcome<T> Of(T value) => new(value, []);

    /// <summary>A success.</summary>
    public static implicit operator Outcome<T>(T value) => new(value, []);

    /// <summary>A refusal for one reason.</summary>
    public static implicit operator Outcome<T>(Error error) => new(default, [error]);
}
