namespace CrossBorder.Benchmarks;

/// <summary>A small table for the console: the first column is words, all others are figures.</summary>
internal sealed class Table(params string[] columns)
{
    private const int Words = 46;
    private const int Figures = 12;

    public void Head(string title)
    {
        Console.WriteLine(title);
        Row(columns);
    }

    public void Row(params string[] cells) =>
        Console.WriteLine(cells[0].PadRight(Words) + string.Concat(cells.Skip(1).Select(cell => cell.PadLeft(Figures))));
}
