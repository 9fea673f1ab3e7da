using Microsoft.Data.Sqlite;
using ZorgverlenersPortaal.Benchmarks.Review;

namespace ZorgverlenersPortaal.Tests.Dossier.Explanations;

/// <summary>The made-up hospital of ops/bench, a month of it: lawful looks are explained, snoopers are not.</summary>
public sealed class ReviewProofTests
{
    [Fact]
    public async Task Review_OfAMonthWithSnoopers_ClosesLawfulLooksOnly()
    {
        var folder = Directory.CreateTempSubdirectory("proof-");
        try
        {
            var proof = await ReviewProof.RunAsync(folder.FullName, seed: 7, (Doctors: 40, Patients: 4_000, Days: 40, LooksADay: 130, OfEach: 2));
            Assert.True(proof.LawfulLooks >= 4_500, $"{proof.LawfulLooks} lawful looks are not enough to prove anything.");
            Assert.True(proof.ExplainedShare >= 0.95, $"Only {proof.ExplainedShare:P1} of the lawful looks are explained.");
            Assert.True(proof.Recall >= 0.9, $"Only {proof.Recall:P1} of the planted are found.");
            Assert.Equal(0, proof.AutoClosed);
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }
}
