using CrossBorder.Federation.Storage.Prepared;
using Npgsql;
using Xunit;

namespace CrossBorder.Federation.Tests.Storage;

public sealed class PreparedConnectionTests
{
    [Fact]
    public void Without_a_word_the_driver_prepares_and_nothing_else_changes()
    {
        var made = new NpgsqlConnectionStringBuilder(PreparedConnection.Of("Host=db.example;Database=hub;Username=hub;Password=a;Timeout=7"));

        Assert.True(made.MaxAutoPrepare > 0);
        Assert.Equal(("db.example", "hub", "hub", "a", 7), (made.Host, made.Database, made.Username, made.Password, made.Timeout));
    }

    [Theory]
    [InlineData("Host=db.example;Max Auto Prepare=0", 0)]
    [InlineData("host=db.example;max auto prepare=7", 7)]
    [InlineData("Host=db.example;MaxAutoPrepare=0", 0)]
    public void How_many_the_operator_says_stands(string connection, int prepared) =>
        Assert.Equal(prepared, new NpgsqlConnectionStringBuilder(PreparedConnection.Of(connection)).MaxAutoPrepare);

    [Theory, InlineData("Host=db.example", true), InlineData("Host=db.example;No Reset On Close=false", false), InlineData("Host=db.example;NoResetOnClose=false", false)]
    public void A_connection_is_not_reset_unless_the_operator_wants_it(string connection, bool spared) =>
        Assert.Equal(spared, new NpgsqlConnectionStringBuilder(PreparedConnection.Of(connection)).NoResetOnClose);
}
