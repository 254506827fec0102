using System.Security.Cryptography;
using CrossBorder.Verification.Crypto.Sm2;
using CrossBorder.Verification.Crypto.Sm2.Fast;
using static CrossBorder.Verification.Tests.Crypto.Fast.Fuzz;
using ECPoint = Org.BouncyCastle.Math.EC.ECPoint;
using BcInteger = Org.BouncyCastle.Math.BigInteger;

namespace CrossBorder.Verification.Tests.Crypto.Fast;

/// <summary>Points and their multiples against BouncyCastle's, with equal, opposite and infinite points among them.</summary>
public sealed class PointTests
{
    private static readonly ECPoint G = Sm2Curve.Domain.G;

    [Fact]
    public void Sums_and_doubles_agree()
    {
        // Small multiples, so that equal and opposite points meet often; each in a spelling with a Z of its own.
        var theirs = Enumerable.Range(0, 24).Select(k => (k < 12 ? G.Multiply(BcInteger.ValueOf(k)) : G.Multiply(Draw())).Normalize()).ToArray();
        theirs = [.. theirs, .. theirs.Select(point => point.Negate())];
        for (var turn = 0; turn < Times(2_000, 1_000_000); turn++)
        {
            var (p, q) = (theirs[RandomNumberGenerator.GetInt32(theirs.Length)], theirs[RandomNumberGenerator.GetInt32(theirs.Length)]);
            var ours = Spelled(p);
            JacobianPoint.Double(ref ours);
            AreSame(p.Twice(), in ours);
            if (q.IsInfinity)
                continue;

            ours = Spelled(p);
            JacobianPoint.Add(ref ours, Affine(q));
            AreSame(p.Add(q), in ours);

            ours = Spelled(p);
            KeptPoint.Of(Spelled(q), out var kept);
            JacobianPoint.Add(ref ours, in kept);
            AreSame(p.Add(q), in ours);
        }
    }

    [Fact]
    public void Multiples_of_an_unknown_point_of_a_known_one_and_of_the_generator_agree()
    {
        var scalars = Edges.Concat(Enumerable.Range(0, Times(60, 20_000)).Select(_ => Number())).ToArray();
        var theirs = G.Multiply(Draw()).Normalize();
        var ours = Affine(theirs);
        var tables = new[] { 4, 5, 6, 8 }.Select(width => new CombTable(in ours, width)).ToArray();
        foreach (var number in scalars)
        {
            var k = Words(number);
            var expected = theirs.Multiply(new BcInteger(1, Bytes(number % N)));
            NonAdjacentForm.Multiply(in ours, in k, out var product);
            AreSame(expected, in product);
            foreach (var table in tables)
            {
                product = JacobianPoint.Infinity;
                table.AddMultiple(ref product, in k);
                AreSame(expected, in product);
            }

            product = JacobianPoint.Infinity;
            GeneratorTable.Value.AddMultiple(ref product, in k);
            AreSame(G.Multiply(new BcInteger(1, Bytes(number % N))), in product);
        }
    }

    [Fact]
    public void Only_points_of_the_curve_are_read()
    {
        for (var turn = 0; turn < Times(200, 20_000); turn++)
        {
            var (x, y) = (Number(), Number());
            var expected = false;
            try
            {
                expected = Sm2Curve.Domain.Curve.ValidatePoint(new BcInteger(1, Bytes(x)), new BcInteger(1, Bytes(y))) is not null;
            }
            catch (ArgumentException)
            {
            }

            Assert.Equal(expected, AffinePoint.TryRead(Bytes(x), Bytes(y), out _));
        }

        var (gx, gy) = (G.AffineXCoord.GetEncoded(), G.AffineYCoord.GetEncoded());
        Assert.True(AffinePoint.TryRead(gx, gy, out _));
        Assert.False(AffinePoint.TryRead(gy, gx, out _));
        Assert.False(AffinePoint.TryRead([0, .. gx], gy, out _));
        Assert.False(AffinePoint.TryRead([], [], out _));
    }

    private static BcInteger Draw() => Sm2Scalar.Draw();

    private static AffinePoint Affine(ECPoint point)
    {
        Assert.True(AffinePoint.TryRead(point.AffineXCoord.GetEncoded(), point.AffineYCoord.GetEncoded(), out var read));
        return read;
    }

    /// <summary>(X·z², Y·z³, z) for some z; infinity in one of its spellings.</summary>
    private static JacobianPoint Spelled(ECPoint point)
    {
        if (point.IsInfinity)
            return JacobianPoint.Infinity;
        var affine = Affine(point);
        FieldConversion.Enter(Words((Number() % (P - 1)) + 1), out var z);
        FieldMultiplication.Square(in z, out var square);
        FieldMultiplication.Multiply(in square, in z, out var cube);
        var spelled = new JacobianPoint { Z = z };
        FieldMultiplication.Multiply(in affine.X, in square, out spelled.X);
        FieldMultiplication.Multiply(in affine.Y, in cube, out spelled.Y);
        return spelled;
    }

    private static void AreSame(ECPoint expected, in JacobianPoint actual)
    {
        Assert.Equal(expected.IsInfinity, actual.IsInfinity);
        if (expected.IsInfinity)
            return;
        var affine = Affine(expected.Normalize());
        FieldMultiplication.Square(in actual.Z, out var square);
        FieldMultiplication.Multiply(in affine.X, in square, out var x);
        FieldMultiplication.Multiply(in square, in actual.Z, out square);
        FieldMultiplication.Multiply(in affine.Y, in square, out var y);
        Assert.True(FieldElement.AreEqual(in x, in actual.X) && FieldElement.AreEqual(in y, in actual.Y), "The point is another.");
    }
}
