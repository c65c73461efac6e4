import { describe, expect, it } from 'vitest';
import { findPlace, placeOf } from '../../../dist/tag/place.js';

const zones = (title: string, body = '', file = '') => ({ file, title, head: title, foot: '', body });

describe('findPlace', () => {
  it.each([
    ['双流县2014年卫生工作总结', '全县', 2014, '510122', '双流县'],
    ['双流区2019年卫生健康工作总结', '全区', 2019, '510116', '双流区'],
    ['新津县2018年卫生工作总结', '全县', 2018, '510132', '新津县'],
    ['石家庄市桥西区卫生健康局2021年工作总结', '全区', 2021, '130104', '桥西区'],
    ['邢台市桥西区2018年卫生工作总结', '全区', 2018, '130503', '桥西区'],
    ['寻甸县卫健局2022年工作总结', '全县', 2022, '530129', '寻甸回族彝族自治县'],
    ['潼南区2021年卫生健康工作', '全区', 2021, '500152', '潼南区'],
  ])('%s', (title, body, year, code, name) => {
    expect(findPlace(zones(title, body), year)).toMatchObject({ code, district: name, ambiguous: false });
  });

  it.each([
    ['2021年嘉兴市卫生健康事业发展统计公报\n一、卫生资源', '330400'],
    ['2021年绵阳市医疗保障工作情况\n二、资源配置', '510700'],
    ['深圳“健康城市”建设:2021年进展', '440300'],
    ['上海2021年卫生健康工作情况', '310000'],
    ['吉林2021年卫生健康工作', '220000'],
    ['海南2021年卫生健康工作', '460000'],
    ['博山2021年卫生健康工作', '370304'],
    ['2021年资源配置情况', null],
    ['2021年全民健康工作情况', null],
  ])('reads names without their ending only where a name stands: %s', (title, code) => {
    expect(findPlace(zones(title, '全年完成诊疗,新建县医院综合楼'), 2021)).toMatchObject({ code, ambiguous: false });
  });

  it('names province and city with the district, as they were called in that year', () => {
    expect(findPlace(zones('蓬莱市2018年卫生工作'), 2018)).toMatchObject({
      province: '山东省',
      city: '烟台市',
      district: '蓬莱市',
      code: '370684',
    });
    expect(findPlace(zones('蓬莱区2021年卫生健康工作'), 2021)).toMatchObject({ city: '烟台市', district: '蓬莱区', code: '370614' });
  });

  it('leaves a district that several cities have ambiguous, without a code', () => {
    expect(findPlace(zones('桥西区2020年卫生健康工作总结', '全区'), 2020)).toMatchObject({
      code: null,
      district: '桥西区',
      ambiguous: true,
    });
  });

  it('settles such a district by the city that the text names', () => {
    expect(findPlace(zones('鼓楼区2020年卫生健康工作总结', '在福州市卫健委指导下,全区'), 2020)).toMatchObject({
      code: '350102',
      ambiguous: false,
    });
  });

  it("takes a city's report for the city, whatever districts it lists", () => {
    const body = '全市医疗机构2607个,建阳区、邵武市新设医院。延平区、建阳区居前。全市';
    expect(findPlace(zones('2020年南平市卫生健康事业发展统计公报', body), 2020)).toMatchObject({
      code: '350700',
      city: '南平市',
      district: null,
    });
  });

  it("takes a province's report for the province", () => {
    expect(findPlace(zones('2019年湖北省妇幼健康公报', '全省各市州'), 2019)).toMatchObject({
      code: '420000',
      province: '湖北省',
      city: null,
      district: null,
    });
  });

  it('finds a place that only the text names, at the level at which the text speaks of itself', () => {
    const body = '我区与华西医院签约,乐山市卫计局指导。乐山市中医医院帮扶。金口河区乡村医生参保。全区全区全区';
    expect(findPlace(zones('半年工作总结', body), 2016)).toMatchObject({ code: '511113' });
  });

  it('returns no place for a text that names none', () => {
    expect(findPlace(zones('工作总结', '完成筛查300人'), 2020)).toMatchObject({ code: null, district: null, province: null });
  });
});

describe('placeOf', () => {
  it.each([
    ['510116', 2020, '510116'],
    ['双流区', 2020, '510116'],
    ['石家庄市桥西区', 2020, '130104'],
    ['南平市', 2020, '350700'],
    ['湖北省', 2020, '420000'],
  ])('%s in %i', (name, year, code) => {
    expect(placeOf(name, year)?.code).toBe(code);
  });

  it('knows no place by a name that is none', () => {
    expect(placeOf('某某地方', 2020)).toBeNull();
  });
});
