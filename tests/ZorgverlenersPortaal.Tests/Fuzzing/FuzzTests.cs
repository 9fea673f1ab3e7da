using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.DataProtection;
using ZorgverlenersPortaal.Fhir;
using ZorgverlenersPortaal.Portal.Authentication;
using ZorgverlenersPortaal.Portal.Security;
using ZorgverlenersPortaal.Uzi;

namespace ZorgverlenersPortaal.Tests.Fuzzing;

/// <summary>Everything that reads what an outsider or the EPD wrote, on tens of thousands of inputs that are nearly right.</summary>
public sealed partial class FuzzTests
{
    private static readonly Uri _epd = new("https://epd.ziekenhuis.example/fhir");

    [Fact]
    public void CardName_Mutated_IsRefusedOrHasExactlyTheForm()
    {
        var taken = 0;
        foreach (var input in new Mutator(SeedFile.Read("san.txt")).All())
        {
            var name = UziSubjectAlternativeName.Read(input);
            if (name.Refusal is null)
            {
                var text = name.Text!;
                taken++;
                Assert.Matches(UziForm(), $"{text.CaOid} {text.UziNumber} {text.Ura} {text.RoleCode} {text.Agb ?? "00000000"}");
                Assert.Contains($"-1-{text.UziNumber}-", Encoding.Latin1.GetString(input), StringComparison.Ordinal);
            }
        }
        Assert.InRange(taken, 100, int.MaxValue);
    }

    [Fact]
    public void Resource_Mutated_IsReadTheSameTwiceOrRefusedWithinBounds()
    {
        var read = 0;
        foreach (var input in new Mutator(SeedFile.Read("fhir.txt")).All())
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var first = Understood(input);
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 65_536 + (400 * input.Length));
            Assert.Equal(first, Understood(input));
            read += first is null ? 0 : 1;
        }
        Assert.InRange(read, 100, int.MaxValue);
    }

    [Fact]
    public void R6_Handle_Mutated_OpensNothingElse()
    {
        HandleProtector handles = new(new EphemeralDataProtectionProvider());
        var made = handles.Make("patient", "session", "p-1");
        using var opened = handles.Open("patient", "session", made)!;
        var letter = opened.Make("letter", "d-1");
        foreach (var input in new Mutator([Encoding.Latin1.GetBytes(made), Encoding.Latin1.GetBytes(letter), .. SeedFile.Read("handles.txt")]).All())
        {
            var text = Encoding.Latin1.GetString(input);
            Assert.True(handles.Read("patient", "session", text) is null or "p-1", text);
            Assert.True(opened.Read("letter", text) is null or "d-1", text);
            Assert.Null(handles.Read("letter", "session", text));
            Assert.Null(handles.Read("patient", "another", text));
        }
        Assert.Equal(("p-1", "d-1"), (handles.Read("patient", "session", made), opened.Read("letter", letter)));
    }

    [Fact]
    public void R12_Reference_Mutated_NeverLeavesTheEpdsOwnAddress()
    {
        var taken = 0;
        foreach (var input in new Mutator(SeedFile.Read("references.txt")).All())
        {
            var text = Encoding.UTF8.GetString(input);
            var resolved = ReferenceResolver.Resolve(text, _epd);
            if (resolved.Kind == ReferenceKind.Resource)
            {
                taken++;
                Assert.Matches(Place(), $"{resolved.Type}/{resolved.Id}");
                Assert.Equal($"https://epd.ziekenhuis.example/fhir/{resolved.Type}/{resolved.Id}", new Uri($"{_epd}/{resolved.Type}/{resolved.Id}").AbsoluteUri);
            }
        }
        Assert.InRange(taken, 100, int.MaxValue);
    }

    [Fact]
    public void ProxyPreamble_Mutated_IsTakenOnlyWholeAndLooksAtNothingAfterIt()
    {
        var taken = 0;
        foreach (var input in new Mutator(SeedFile.Read("proxy.txt")).All())
        {
            taken += Taken(input, bytes => ProxyProtocolV1.Read(bytes), ProxyProtocolV1.MaximumLength) ? 1 : 0;
            taken += Taken(input, bytes => ProxyProtocolV2.Read(bytes), ProxyProtocolV2.MaximumLength) ? 1 : 0;
        }
        Assert.InRange(taken, 100, int.MaxValue);
    }

    private static bool Taken(byte[] input, Func<byte[], ProxyProtocolPreamble> read, int longest)
    {
        var preamble = read(input);
        if (preamble.State != ProxyProtocolState.Complete)
        {
            Assert.Equal(0, preamble.Length);
            return false;
        }
        Assert.InRange(preamble.Length, 1, Math.Min(input.Length, longest));
        Assert.Equal(preamble, read(input[..preamble.Length]));
        Assert.Equal(preamble, read([.. input[..preamble.Length], 0xFF, 0x00]));
        Assert.Equal(ProxyProtocolState.Incomplete, read(input[..(preamble.Length - 1)]).State);
        return true;
    }

    /// <summary>What was made of it, without its contents; null when it is no resource.</summary>
    private static string? Understood(byte[] input)
    {
        try
        {
            var resource = FhirJson.Read(input);
            return $"{resource.GetType().Name} {resource.Id} {string.Join(";", resource.NotUnderstood)}";
        }
        catch (FhirFormatException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"\A[0-9]+(\.[0-9]+)+ [0-9]{9} [0-9]{8} [0-9]{2}\.[0-9]{3} [0-9]{8}\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex UziForm();

    [GeneratedRegex(@"\A[A-Z][A-Za-z]{0,63}/(?!\.+\z)[A-Za-z0-9.-]{1,64}\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Place();
}
