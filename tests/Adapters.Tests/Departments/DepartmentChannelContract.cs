using CrossBorder.Adapters.Ports;
using Xunit;

namespace CrossBorder.Adapters.Tests.Departments;

/// <summary>What every way to a department holds to. A new channel inherits these tests.</summary>
public abstract class DepartmentChannelContract
{
    protected static readonly ChannelDelivery Delivery = new("delivery-1", "gd-hrss", "header.payload.signature");

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_envelope_arrives_unchanged_and_the_answer_comes_back_unjudged()
    {
        await using var department = await OpenAsync(DepartmentMood.Answers);

        var answer = await department.Channel.DeliverAsync(Delivery, Stop);

        Assert.Equal("a.receipt.perhaps", answer.Value.Receipt ?? await department.ReceiptAsync());
        Assert.Equal(Delivery.Envelope, Assert.Single(department.Received));
    }

    [Fact]
    public async Task The_same_delivery_can_be_handed_over_again()
    {
        await using var department = await OpenAsync(DepartmentMood.Answers);

        for (var time = 0; time < 2; time++)
            if ((await department.Channel.DeliverAsync(Delivery, Stop)).Value.Receipt is null)
                await department.ReceiptAsync();

        Assert.Equal([Delivery.Envelope, Delivery.Envelope], department.Received);
    }

    [Fact]
    public async Task A_department_that_is_down_is_a_refusal_with_CB4002()
    {
        await using var department = await OpenAsync(DepartmentMood.Down);

        Assert.Equal("CB4002", (await department.Channel.DeliverAsync(Delivery, Stop)).Error.Code);
    }

    [Fact]
    public async Task A_department_that_is_not_configured_is_refused_with_CB4001()
    {
        await using var department = await OpenAsync(DepartmentMood.Answers);

        var answer = await department.Channel.DeliverAsync(Delivery with { Department = "gd-nowhere" }, Stop);

        Assert.Equal("CB4001", answer.Error.Code);
        Assert.Empty(department.Received);
    }

    [Fact]
    public async Task A_department_that_is_down_does_not_close_the_way_to_another()
    {
        await using var department = await OpenAsync(DepartmentMood.Down);
        for (var attempt = 0; attempt < 40; attempt++)
            await department.Channel.DeliverAsync(Delivery, Stop);

        var other = await department.Channel.DeliverAsync(Delivery with { Department = IDepartmentUnderTest.Healthy }, Stop);

        Assert.True(other.Succeeded);
    }

    [Fact]
    public async Task Giving_up_is_the_callers_decision()
    {
        await using var department = await OpenAsync(DepartmentMood.Answers);
        using var givenUp = new CancellationTokenSource();
        await givenUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => department.Channel.DeliverAsync(Delivery, givenUp.Token));
    }

    protected abstract Task<IDepartmentUnderTest> OpenAsync(DepartmentMood mood);
}

/// <summary>How the department gd-hrss behaves; every other one answers.</summary>
public enum DepartmentMood
{
    Answers,
    Down,
    HangsUp,
    Refuses,
    SendsElsewhere,
    AnswersSomethingElse,
    NeverEnds,
}

public interface IDepartmentUnderTest : IAsyncDisposable
{
    const string Healthy = "gd-tax";

    IDepartmentChannel Channel { get; }

    /// <summary>The next receipt that came by itself, where this channel has them come so.</summary>
    Task<string> ReceiptAsync() => throw new InvalidOperationException("Receipts come with the answer here.");

    /// <summary>Envelopes that reached gd-hrss.</summary>
    IReadOnlyList<string> Received { get; }
}
