using CrossBorder.Federation.Delegation;
using Microsoft.AspNetCore.DataProtection;

namespace CrossBorder.Federation.Tests.Delegation;

/// <summary>An answer opens to who gave it, to the question that it answers, and for its time.</summary>
public sealed class SealedChoiceTests
{
    private static readonly EphemeralDataProtectionProvider Keys = new();

    private readonly SealedChoice choice = new(Keys, "a question", TimeSpan.FromMinutes(5));

    [Fact]
    public void It_opens_to_those_who_gave_it()
    {
        Assert.Equal("a mandate", choice.Read(choice.Seal("a mandate", "a resident"), "a resident"));
        Assert.Equal("a mandate", choice.Read(choice.Seal("a mandate", "a sign-in", "a client"), "a sign-in", "a client"));
    }

    [Theory]
    [InlineData("another sign-in", "a client")]
    [InlineData("a sign-in", "another client")]
    [InlineData("a client", "a sign-in")]
    [InlineData("a sign-in")]
    [InlineData("a sign-in", "a client", "a mandate")]
    [InlineData]
    public void It_opens_to_nobody_else(params string[] others) => Assert.Null(choice.Read(choice.Seal("a mandate", "a sign-in", "a client"), others));

    [Fact]
    public void It_is_no_answer_to_another_question_nor_after_its_time_nor_changed()
    {
        var kept = choice.Seal("a mandate", "a resident");

        Assert.Null(new SealedChoice(Keys, "another question", TimeSpan.FromMinutes(5)).Read(kept, "a resident"));
        Assert.Null(choice.Read(new SealedChoice(Keys, "a question", TimeSpan.FromMinutes(-5)).Seal("a mandate", "a resident"), "a resident"));
        Assert.Null(choice.Read(kept[..^4] + "AAAA", "a resident"));
        Assert.Null(choice.Read("", "a resident"));
        Assert.Null(choice.Read(null, "a resident"));
    }
}
