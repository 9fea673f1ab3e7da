using ZorgverlenersPortaal.Portal.Pages.Patient;

namespace ZorgverlenersPortaal.Tests.Portal.Pages.Patient;

public sealed class SparkTests
{
    [Theory]
    [InlineData("4,6")]
    [InlineData("4,6", "< 0,3")]
    [InlineData("4,6", "positief")]
    [InlineData("4,6", "1e400")]
    [InlineData("4,6", "NaN", "5")]
    public void R11_Of_WhatHasNoPlaceOnALine_IsNotDrawn(params string[] written) => Assert.Null(Spark.Of(written));

    [Fact]
    public void Of_Numbers_RunsFromLeftToRightAndHigherIsHigher()
    {
        var spark = Spark.Of(["4,6", "6.6", "-1", "5"])!;

        Assert.Equal(spark.Points.Select(p => p.X).Order(), spark.Points.Select(p => p.X));
        Assert.Equal(2, spark.Points.ToList().FindIndex(p => p.Y == spark.Points.Max(q => q.Y)));
        Assert.Equal(1, spark.Points.ToList().FindIndex(p => p.Y == spark.Points.Min(q => q.Y)));
        Assert.All(spark.Points, p => Assert.True(p.X is >= 0 and <= Spark.Width && p.Y is >= 0 and <= Spark.Height));
        Assert.Matches(@"\A[0-9.]+,[0-9.]+( [0-9.]+,[0-9.]+)+\z", spark.Line);
    }

    [Fact]
    public void Of_EqualNumbers_IsALevelLineInTheMiddle() => Assert.All(Spark.Of(["5,0", "5,00", "5"])!.Points, point => Assert.Equal(Spark.Height / 2, point.Y));
}
