using CrossBorder.Federation.Applications.Evidence;
using Xunit;

namespace CrossBorder.Federation.Tests.Applications;

public sealed class EvidenceCommandTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("not json")]
    public async Task A_file_that_is_no_evidence_ends_with_1_and_says_why(string? content)
    {
        var path = Path.Combine(Path.GetTempPath(), $"evidence-{Guid.NewGuid():N}.json");
        if (content is not null)
            await File.WriteAllTextAsync(path, content, TestContext.Current.CancellationToken);
        using var output = new StringWriter();

        var exit = await EvidenceCommand.VerifyAsync(new FileInfo(path), output, TestContext.Current.CancellationToken);

        File.Delete(path);
        Assert.Equal(1, exit);
        Assert.NotEmpty(output.ToString());
        Assert.DoesNotContain("proved", output.ToString(), StringComparison.Ordinal);
    }
}
