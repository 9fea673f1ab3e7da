using BenchmarkDotNet.Running;
using ZorgverlenersPortaal.Benchmarks;
using ZorgverlenersPortaal.Benchmarks.Load;
using ZorgverlenersPortaal.Benchmarks.Review;

// These words are for ops/bench, and one for a test that kills it; anything else goes to BenchmarkDotNet.
switch (args)
{
    case ["judged-server"]:
        await JudgedServer.RunAsync();
        break;
    case ["sign-in-figures", var card]:
        SignInFigures.Print(card);
        break;
    case ["fhir-figures", var folder]:
        FhirFigures.Print(folder);
        break;
    case ["access-figures"]:
        AccessFigures.Print();
        break;
    case ["trail-figures", var folder]:
        await TrailFigures.PrintAsync(folder);
        break;
    case ["trail-writer", var folder, var node, var segment]:
        await TrailWriting.RunAsync(folder, node, long.Parse(segment, System.Globalization.CultureInfo.InvariantCulture));
        break;
    case ["postgresql-trail-figures", var connectionString]:
        await PostgreSqlTrailFigures.PrintAsync(connectionString);
        break;
    case ["shipping-figures", var folder]:
        await ShippingFigures.PrintAsync(folder);
        break;
    case ["review-figures", var folder]:
        await ReviewFigures.PrintAsync(folder);
        break;
    case ["load-data", var folder, var doctors, var accounts]:
        LoadFigures.Prepare(folder, Number(doctors), Number(accounts));
        break;
    case ["load-figures", var portal, var certificates, var doctors, var accounts, var seconds, var pid]:
        await LoadFigures.PrintAsync(new(portal), certificates, Number(doctors), Number(accounts), Number(seconds), Number(pid));
        break;
    case ["load-bare", var server, var certificates, var doctors, var seconds]:
        await LoadFigures.PrintBareAsync(new(server), certificates, Number(doctors), Number(seconds));
        break;
    case ["epd", var port, var data, var delays]:
        await BenchEpd.RunAsync(Number(port), data, delays == "delays");
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(FhirReading).Assembly).Run(args);
        break;
}

static int Number(string word) => int.Parse(word, System.Globalization.CultureInfo.InvariantCulture);
