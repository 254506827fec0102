using System.Security.Cryptography;
using CrossBorder.Verification.Crypto.Sm2;
using CrossBorder.Verification.Crypto.Sm2.Fast;
using static CrossBorder.Verification.Tests.Crypto.Fast.Fuzz;
using BcInteger = Org.BouncyCastle.Math.BigInteger;
using ECPoint = Org.BouncyCastle.Math.EC.ECPoint;
using BigInteger = System.Numerics.BigInteger;

namespace CrossBorder.Verification.Tests.Crypto.Fast;

/// <summary>Whole verifications by our arithmetic against BouncyCastle's and, where it is installed, OpenSSL's. A signature is made backwards: s and r + s are chosen, and the hash follows.</summary>
public sealed class Sm2EquationTests
{
    private static readonly ECPoint G = Sm2Curve.Domain.G;

    [Fact]
    public void Both_say_the_same_of_signatures_at_the_edges_and_of_what_is_beside_them()
    {
        for (var turn = 0; turn < Times(150, 100_000); turn++)
        {
            var (s, t) = (Number() % N, Number() % N);
            var d = BigOf(Sm2Scalar.Draw());
            var key = G.Multiply(Bc(d)).Normalize();
            using var opinions = new Opinions(key);
            var r = (t - s + N) % N;
            var sum = G.Multiply(Bc((s + (t * d)) % N)).Normalize();
            var x = sum.IsInfinity ? BigInteger.Zero : BigOf(sum.AffineXCoord.ToBigInteger());
            var e = (r - x + (2 * N)) % N;
            var holds = r != 0 && s != 0 && t != 0 && !sum.IsInfinity;

            // Twice around the number of uses after which a key has its table, now and then.
            foreach (var _ in Enumerable.Range(0, turn % 20 == 0 ? Sm2Verifier.Regular + 3 : 1))
                Say(holds, opinions, r, s, e);
            if (e + N < Top)
                Say(holds, opinions, r, s, e + N);
            Say(false, opinions, r, s, (e + 1) % N);
            Say(null, opinions, (r + 1) % N, s, e);
            Say(null, opinions, r, (s + 1) % N, e);
            Say(false, opinions, 0, s, e);
            Say(false, opinions, r, 0, e);
            Say(false, opinions, N, s, e);
            Say(false, opinions, r, N, e);
            Say(false, opinions, r, (N - r) % N, e);
            if (r + N < Top)
                Say(false, opinions, r + N, s, e);
            if (s + N < Top)
                Say(false, opinions, r, s + N, e);
        }
    }

    [Fact]
    public void A_sum_at_infinity_of_a_point_with_itself_and_with_its_opposite_is_judged_alike()
    {
        foreach (var turns in new[] { 1, Sm2Verifier.Regular + 3 })
        {
            var d = BigOf(Sm2Scalar.Draw());
            using var opinions = new Opinions(G.Multiply(Bc(d)).Normalize());
            var t = BigOf(Sm2Scalar.Draw());
            foreach (var (s, holds) in new[] { (t * d % N, true), (N - (t * d % N), false) })
            {
                var r = (t - s + N) % N;
                var x = holds ? BigOf(G.Multiply(Bc(2 * s % N)).Normalize().AffineXCoord.ToBigInteger()) : BigInteger.Zero;
                foreach (var _ in Enumerable.Range(0, turns))
                    Say(holds, opinions, r, s, (r - x + (2 * N)) % N);
            }
        }
    }

    /// <summary>By chance this never happens: x is n or more for one point in 2^129. The key is made to fit the point.</summary>
    [Fact]
    public void An_x_of_the_order_and_above_counts_modulo_the_order()
    {
        var tried = 0;
        for (var offset = 0; tried < 4; offset++)
        {
            if (PointAt(N + offset) is not { } sum)
                continue;
            tried++;
            var (s, t) = (Sm2Scalar.Draw(), Sm2Scalar.Draw());
            var key = sum.Subtract(G.Multiply(s)).Multiply(t.ModInverse(Sm2Curve.Domain.N)).Normalize();
            using var opinions = new Opinions(key);
            var r = (BigOf(t) - BigOf(s) + N) % N;
            Say(true, opinions, r, BigOf(s), (r - offset + N) % N);
            Say(false, opinions, r, BigOf(s), (r - offset - 1 + N) % N);
        }
    }

    [Fact]
    public void Whole_signatures_are_judged_alike_whole_and_with_a_bit_changed()
    {
        for (var turn = 0; turn < Times(30, 5_000); turn++)
        {
            Assert.True(Sm2Curve.TryGetPrivateKey(Sm2Scalar.Draw(), out var key));
            var publicKey = Sm2Curve.PublicKeyOf(key);
            var (ours, theirs) = (Verifier(publicKey.Q, true), Verifier(publicKey.Q, false));
            var message = RandomNumberGenerator.GetBytes(turn);
            var signature = new Sm2Signer(key, publicKey).Sign(message);
            Assert.True(ours.Verify(message, signature));
            Assert.True(theirs.Verify(message, signature));
            signature[RandomNumberGenerator.GetInt32(64)] ^= (byte)(1 << RandomNumberGenerator.GetInt32(8));
            Assert.False(ours.Verify(message, signature));
            Assert.False(theirs.Verify(message, signature));
        }
    }

    [Fact]
    public void The_switch_leaves_verifying_to_BouncyCastle()
    {
        Assert.True(OwnArithmetic.IsUsed);
        AppContext.SetSwitch("CrossBorder.Verification.Sm2.OwnArithmetic", false);
        try
        {
            Assert.False(OwnArithmetic.IsUsed);
        }
        finally
        {
            AppContext.SetSwitch("CrossBorder.Verification.Sm2.OwnArithmetic", true);
        }
    }

        private static Sm2Verifier Verifier(ECPoint key, bool withOwnArithmetic)
    {
        Assert.True(Sm2Verifier.TryCreate(key.AffineXCoord.GetEncoded(), key.AffineYCoord.GetEncoded(), withOwnArithmetic, out var verifier));
        return verifier;
    }

    private static void Say(bool? expected, Opinions opinions, BigInteger r, BigInteger s, BigInteger e)
    {
        var verdict = opinions.Ours.Holds(Bytes(r), Bytes(s), Bytes(e));
        Assert.Equal(opinions.BouncyCastle.Holds(Bytes(r), Bytes(s), Bytes(e)), verdict);
        Assert.Equal(opinions.OpenSsl?.Holds(Bytes(r), Bytes(s), Bytes(e)) ?? verdict, verdict);
        Assert.Equal(expected ?? verdict, verdict);
    }

    private sealed class Opinions : IDisposable
    {
        public Opinions(ECPoint key)
        {
            var (x, y) = (key.AffineXCoord.GetEncoded(), key.AffineYCoord.GetEncoded());
            Assert.True(AffinePoint.TryRead(x, y, out var point));
            Ours = new OwnEquation(in point);
            BouncyCastle = new BouncyCastleEquation(key);
            OpenSsl = OpenSslEquation.IsMissing ? null : new OpenSslEquation(x, y);
        }

        public OwnEquation Ours { get; }

        public BouncyCastleEquation BouncyCastle { get; }

        public OpenSslEquation? OpenSsl { get; }

        public void Dispose() => OpenSsl?.Dispose();
    }

    private static ECPoint? PointAt(BigInteger x)
    {
        var square = (BigInteger.Pow(x, 3) - (3 * x) + BigOf(Sm2Curve.Domain.Curve.B.ToBigInteger())) % P;
        var root = BigInteger.ModPow(square, (P + 1) / 4, P);
        return root * root % P == square ? Sm2Curve.Domain.Curve.CreatePoint(Bc(x), Bc(root)) : null;
    }

    private static BcInteger Bc(BigInteger number) => new(1, Bytes(number));

    private static BigInteger BigOf(BcInteger number) => new(number.ToByteArrayUnsigned(), isUnsigned: true, isBigEndian: true);
}
