using ZorgverlenersPortaal.Dossier.Delegations;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Delegations;

/// <summary>What shows of a form without looking anything up. It is 10 March 2026.</summary>
public sealed class DelegationCheckTests
{
    private static DelegationCheck Check { get; } = new(new() { MaximumDays = 365 }, new FakeClock());

    [Theory]
    [InlineData("900 040 002", "10-03-2026", "09-03-2027", "900040002", null)]
    [InlineData("01-990000", "1-4-2026", "1-4-2026", null, "01990000")]
    public void Read_WithoutFaults_IsARequest(string receiver, string first, string last, string? uzi, string? practice)
    {
        var (request, faults) = Check.Read(Form(receiver, first, last), "900040001");
        Assert.Empty(faults);
        Assert.Equal((uzi, practice), (request!.ReceiverUzi, request.ReceiverPractice?.Value));
        Assert.Null(request.Note);
        Assert.True(request.Shifts.IsAlways);
    }

    [Theory]
    [InlineData("", "10-03-2026", "11-03-2026", DelegationFault.Receiver)]
    [InlineData("1234567", "10-03-2026", "11-03-2026", DelegationFault.Receiver)]
    [InlineData("00000000", "10-03-2026", "11-03-2026", DelegationFault.Receiver)]
    [InlineData("900040001", "10-03-2026", "11-03-2026", DelegationFault.Self)]
    [InlineData("900040002", "morgen", "11-03-2026", DelegationFault.FirstDay)]
    [InlineData("900040002", "10-03-2026", "31-02-2027", DelegationFault.LastDay)]
    [InlineData("900040002", "09-03-2026", "11-03-2026", DelegationFault.InThePast)]
    [InlineData("900040002", "12-03-2026", "11-03-2026", DelegationFault.EndBeforeStart)]
    [InlineData("900040002", "10-03-2026", "10-03-2027", DelegationFault.TooLong)]
    [InlineData("900040002", "10-03-2026", "10-03-2036", DelegationFault.TooLong)]
    [InlineData("900040002", "11-03-2027", "12-03-2027", DelegationFault.TooFarAhead)]
    public void H063_Read_OneFault_IsNamed(string receiver, string first, string last, DelegationFault fault)
    {
        var (request, faults) = Check.Read(Form(receiver, first, last), "900040001");
        Assert.Null(request);
        Assert.Equal([fault], faults);
    }

    [Fact]
    public void Read_ManyFaults_NamesThemAllInTheOrderOfTheForm()
    {
        var form = Form("x", "", "");
        (form.Shifts, form.Note) = ("altijd", new string('n', DelegationCheck.LongestNote + 1));
        Assert.Equal(
            [DelegationFault.Receiver, DelegationFault.FirstDay, DelegationFault.LastDay, DelegationFault.Shifts, DelegationFault.Note],
            Check.Read(form, "900040001").Faults);
    }

    [Fact]
    public void R9_Faults_EachHasItsOwnWordsAndAllButTheGiversAField()
    {
        var faults = Enum.GetValues<DelegationFault>();
        Assert.Equal(faults.Length, faults.Select(fault => fault.Dutch(365) + fault.Field()).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal([DelegationFault.GiverUnknown], faults.Where(fault => fault.Field() is null));
    }

    private static DelegationForm Form(string receiver, string first, string last) => new() { Receiver = receiver, FirstDay = first, LastDay = last, Note = "  " };
}
