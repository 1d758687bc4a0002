import { expect, it } from 'vitest';
import { decide } from './devices.ts';

const verdict = (cpu: number, provider: number, difference = 0) => ({
  agrees: difference < 0.05,
  difference,
  cpu,
  provider,
});

it('takes the fastest device that agrees with the CPU', () => {
  const device = decide(
    [
      { provider: 'dml', outcome: verdict(100, 40) },
      { provider: 'webgpu', outcome: verdict(100, 10) },
    ],
    'auto',
  );
  expect(device).toMatchObject({ device: 'gpu', provider: 'webgpu' });
  expect(device.reason).toContain('10.0 times as fast');
});

it('stays on the CPU where that is faster, unless a GPU is wished for', () => {
  const outcomes = [{ provider: 'webgpu' as const, outcome: verdict(10, 100) }];
  expect(decide(outcomes, 'auto')).toMatchObject({ device: 'cpu', provider: 'cpu' });
  expect(decide(outcomes, 'gpu')).toMatchObject({ device: 'gpu', provider: 'webgpu' });
});

it('never trusts a device that computes something else, and says why', () => {
  const wrong = decide([{ provider: 'webgpu', outcome: verdict(100, 1, 0.7) }], 'gpu');
  expect(wrong).toMatchObject({ device: 'cpu' });
  expect(wrong.reason).toContain('0.70');
  const broken = decide([{ provider: 'webgpu', outcome: { error: 'no adapter' } }], 'gpu');
  expect(broken.reason).toContain('no adapter');
});
